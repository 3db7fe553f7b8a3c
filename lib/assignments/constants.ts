/** Organisations of a commune that commonly take a criterion under their wing: suggestions only. */
export const SPONSOR_SUGGESTIONS = [
  "Ủy ban MTTQ xã",
  "Hội LHPN xã",
  "Đoàn TNCS Hồ Chí Minh xã",
  "Hội Nông dân xã",
  "Hội Cựu chiến binh xã",
] as const;
