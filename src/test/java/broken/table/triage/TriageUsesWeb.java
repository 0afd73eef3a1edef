package broken.table.triage;

import broken.table.web.Bystander;

class TriageUsesWeb {
    Bystander bystander;
}
