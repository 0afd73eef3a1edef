package broken.table.web;

import broken.table.triage.Bystander;

class InnocentPage {
    Bystander bystander;
}
