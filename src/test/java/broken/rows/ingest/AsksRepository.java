package broken.rows.ingest;

import org.springframework.data.repository.CrudRepository;

class AsksRepository {
    CrudRepository<String, Long> rows;
}
