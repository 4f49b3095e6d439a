/** Which complaint an imported one is here, so that importing it again adds nothing. */
export interface ComplaintSourceTable {
  /** The system it comes from. */
  system: string;
  /** Its number there. */
  id: string;
  complaint_id: number;
}

/** Which customer somebody of another system is here. */
export interface CustomerSourceTable {
  system: string;
  id: string;
  customer_id: number;
}
