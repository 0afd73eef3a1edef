package broken.cycles.contract;

public class InnocentFeed {}
