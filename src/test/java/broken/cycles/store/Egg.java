package broken.cycles.store;

import broken.cycles.trend.Hen;

public class Egg {
    Hen hen;
}
