package broken.table.store;

public class Bystander {}
