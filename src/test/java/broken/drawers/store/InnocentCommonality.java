package broken.drawers.store;

class InnocentCommonality {}
