package broken.table.agent;

public class Bystander {}
