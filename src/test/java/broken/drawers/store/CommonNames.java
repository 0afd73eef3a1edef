package broken.drawers.store;

class CommonNames {}
