package broken.cycles.trend;

import broken.cycles.store.Egg;

public class Hen {
    Egg egg;
}
