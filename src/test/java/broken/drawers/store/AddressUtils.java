package broken.drawers.store;

class AddressUtils {}
