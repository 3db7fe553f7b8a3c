/** Id of the gap table, for "Chép sang Excel". */
export const GAP_TABLE_ID = "bang-khoang-cach";
