package broken.rows.trend;

import org.springframework.data.repository.Repository;

public interface PublicRows extends Repository<String, Long> {}
