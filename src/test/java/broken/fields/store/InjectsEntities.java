package broken.fields.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

class InjectsEntities {
    @PersistenceContext
    private EntityManager entities;
}
