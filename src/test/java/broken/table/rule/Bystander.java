package broken.table.rule;

public class Bystander {}
