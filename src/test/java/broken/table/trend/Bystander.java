package broken.table.trend;

public class Bystander {}
