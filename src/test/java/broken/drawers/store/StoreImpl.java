package broken.drawers.store;

class StoreImpl {}
