package broken.jdkonly.detect;

import broken.jdkonly.rule.BystanderRule;

class AsksRule {
    BystanderRule rule;
}
