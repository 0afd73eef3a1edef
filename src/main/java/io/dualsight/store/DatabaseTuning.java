package io.dualsight.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** What the console needs of its database, wherever the address comes from. */
@Component
class DatabaseTuning implements BeanPostProcessor {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** Closed by the pool, after what waits is committed, and not by a shutdown hook that would come first. */
    private static final String NO_HOOK = ";DB_CLOSE_ON_EXIT=FALSE";

    /** At each stop the file is made smaller for so long, in milliseconds; H2's own 200 are over before they begin. */
    private static final String COMPACT = ";MAX_COMPACT_TIME=5000";

    /** In KiB as H2 counts them; its pages take more. Its own default is twice this a GB of heap. */
    private static final String CACHE = ";CACHE_SIZE=32768";

    /** Before the pool opens its first connection. */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            String address = address(pool);
            if (address.startsWith(POSTGRESQL)) {
                // Many rows of one batch in one statement.
                pool.addDataSourceProperty("reWriteBatchedInserts", "true");
                // DatabaseWait asks whether it answers.
                pool.setInitializationFailTimeout(-1);
            } else if (isFile(address)) {
                pool.setJdbcUrl(with(CACHE, with(COMPACT, with(NO_HOOK, address))));
                pool.setExceptionOverride(new ClosedFile());
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
            return bean;
        }
        if (address(pool).startsWith(POSTGRESQL)) {
            new DatabaseWait(pool).await();
        }
        return isFile(address(pool)) ? new WrittenThroughDataSource(pool) : pool;
    }

    /** The address with this setting, where it does not say otherwise. */
    private static String with(String setting, String address) {
        String key = setting.substring(0, setting.indexOf('=') + 1);
        return address.toUpperCase(Locale.ROOT).contains(key) ? address : address + setting;
    }

    private static boolean isFile(String address) {
        return address.startsWith("jdbc:h2:") && !address.startsWith("jdbc:h2:mem:");
    }

    private static String address(HikariDataSource pool) {
        return pool.getJdbcUrl() == null ? "" : pool.getJdbcUrl();
    }
}
