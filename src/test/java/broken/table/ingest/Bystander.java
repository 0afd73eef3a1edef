package broken.table.ingest;

public class Bystander {}
