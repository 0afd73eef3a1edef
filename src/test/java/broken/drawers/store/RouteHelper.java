package broken.drawers.store;

class RouteHelper {}
