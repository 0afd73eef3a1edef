package broken.table.triage.alert;

class InnocentChannel {}
