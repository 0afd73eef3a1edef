package broken.jdkonly.rule;

public class BystanderRule {}
