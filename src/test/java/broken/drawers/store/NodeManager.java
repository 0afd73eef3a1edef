package broken.drawers.store;

class NodeManager {}
