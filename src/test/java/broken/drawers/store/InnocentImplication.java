package broken.drawers.store;

class InnocentImplication {}
