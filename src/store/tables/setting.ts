/** What the desk remembers about itself, one text a key. */
export interface SettingTable {
  key: string;
  value: string;
}
