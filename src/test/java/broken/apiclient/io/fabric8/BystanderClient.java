package broken.apiclient.io.fabric8;

public class BystanderClient {}
