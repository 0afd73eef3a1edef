package broken.drawers.util;

class Addresses {}
