package io.dualsight.store;

import java.util.UUID;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Runs {@code @Scheduled} methods; one that is also a {@code @SchedulerLock} runs on one console at a time. The lock is
 * a row and ends by itself, so a console that was killed keeps a job from the others for no longer than ten minutes: a
 * job does its work in steps that are shorter, each of which may be done again.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableSchedulerLock(defaultLockAtMostFor = "PT10M", proxyTargetClass = true)
class JobConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    LockProvider lockProvider(DataSource database) {
        return new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(database))
                .withTableName("job_lock")
                // The consoles' own clocks may differ.
                .usingDbTime()
                // Not the host's name, which would be looked up.
                .withLockedByValue(UUID.randomUUID().toString())
                .build());
    }
}
