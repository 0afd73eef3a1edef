package broken.table;

public class BystanderSettings {}
