package broken.controllers.web;

import org.springframework.data.repository.CrudRepository;

class AsksRepository {
    CrudRepository<String, Long> rows;
}
