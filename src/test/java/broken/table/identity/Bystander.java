package broken.table.identity;

public class Bystander {}
