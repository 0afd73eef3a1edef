package broken.table.detect;

import broken.table.rule.Bystander;

class DetectUsesRule {
    Bystander bystander;
}
