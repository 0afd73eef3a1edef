package broken.table.trend;

import broken.table.triage.Bystander;

class TrendUsesTriage {
    Bystander bystander;
}
