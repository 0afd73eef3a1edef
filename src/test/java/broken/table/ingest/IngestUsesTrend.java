package broken.table.ingest;

import broken.table.trend.Bystander;

class IngestUsesTrend {
    Bystander bystander;
}
