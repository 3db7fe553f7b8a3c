/** Id of the grid's table, for "Chép sang Excel". */
export const HEAT_TABLE_ID = "bang-tong-quan";
