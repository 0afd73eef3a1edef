package io.dualsight.ingest;

import io.dualsight.rule.RuleBook;
import io.dualsight.store.ReportSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules with this console's limits. */
@Configuration(proxyBeanMethods = false)
class Rules {

    @Bean
    RuleBook ruleBook(RuleSettings settings, ReportSettings reports) {
        return new RuleBook(settings.thresholds(reports.interval()), settings.off());
    }
}
