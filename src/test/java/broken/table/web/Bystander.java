package broken.table.web;

public class Bystander {}
