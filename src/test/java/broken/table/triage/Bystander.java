package broken.table.triage;

public class Bystander {}
