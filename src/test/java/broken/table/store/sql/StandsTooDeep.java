package broken.table.store.sql;

class StandsTooDeep {}
