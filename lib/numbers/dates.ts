/**
 * Civil dates as ISO text ("2023-03-10"). No Date object: a day of the calendar has no time zone.
 * Printing follows the official forms (Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party rules agree):
 * days under ten and the months 1 and 2 take a leading zero, the months 3 to 12 do not.
 */

/** Parts of a date some of which may be left for the pen. */
export interface PartialDate {
  year?: number | null;
  month?: number | null;
  day?: number | null;
}

export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

/** Room left where a number is to be written by hand: "ngày    tháng 3 năm 2024", as drafts are printed. */
export const DATE_BLANK = "  ";

/** Date from ISO text; a time part is ignored. Null when it is not a day of the calendar. */
export function parseIsoDate(text: string): CivilDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isCivilDate(year, month, day) ? { year, month, day } : null;
}

/**
 * Date as people type it ("10/3/2023", "10-03-2023", "10.3.2023") to ISO text, or null.
 * Day first, as in Vietnam.
 */
export function parseTypedDate(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  if (!found) return null;
  const [day, month, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isCivilDate(year, month, day) ? toIsoDate({ year, month, day }) : null;
}

/** ISO text of a date. */
export function toIsoDate({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * "ngày 13 tháng 01 năm 2023". A part that is not known is left blank for the pen: "ngày    tháng 3 năm 2024".
 * @param date ISO text or parts
 */
export function formatOfficialDate(date: string | PartialDate): string {
  const { day, month, year } = typeof date === "string" ? requireDate(date) : date;
  return `ngày ${printDay(day)} tháng ${printMonth(month)} năm ${year ?? DATE_BLANK}`;
}

/** "10/3/2023", "09/02/2023": the same rule, inside text. */
export function formatDate(date: string): string {
  const { day, month, year } = requireDate(date);
  return `${printDay(day)}/${printMonth(month)}/${year}`;
}

/** "tháng 5/2023", "tháng 02/2023"; ISO date or ISO month. */
export function formatMonth(date: string): string {
  const found = /^(\d{4})-(\d{2})/.exec(date);
  const month = Number(found?.[2]);
  if (!found || month < 1 || month > 12) throw new RangeError(`Not an ISO date or month: ${date}`);
  return `tháng ${printMonth(month)}/${Number(found[1])}`;
}

/** "Thứ Tư, 18/12/2024". */
export function formatWeekdayDate(date: string): string {
  const names = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];
  // 1970-01-01 was a Thursday.
  const weekday = (((toDayNumber(requireDate(date)) + 3) % 7) + 7) % 7;
  return `${names[weekday]}, ${formatDate(date)}`;
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function countDaysBetween(from: string, to: string): number {
  return toDayNumber(requireDate(to)) - toDayNumber(requireDate(from));
}

/** The date a number of days later (or earlier). */
export function addDays(date: string, days: number): string {
  return toIsoDate(fromDayNumber(toDayNumber(requireDate(date)) + days));
}

/** Last day of a month as ISO text: a deadline given as a month falls on it. */
export function monthEnd(year: number, month: number): string {
  if (month < 1 || month > 12) throw new RangeError(`Not a month: ${month}`);
  return toIsoDate({ year, month, day: daysInMonth(year, month) });
}

function requireDate(text: string): CivilDate {
  const date = parseIsoDate(text);
  if (!date) throw new RangeError(`Not an ISO date: ${JSON.stringify(text)}`);
  return date;
}

function printDay(day: number | null | undefined): string {
  return day == null ? DATE_BLANK : String(day).padStart(2, "0");
}

function printMonth(month: number | null | undefined): string {
  if (month == null) return DATE_BLANK;
  return month <= 2 ? `0${month}` : String(month);
}

function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (March-based year, so that the leap day comes last). */
function toDayNumber({ year, month, day }: CivilDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1,
  };
}
