package broken.controllers.web;

import jakarta.transaction.Transactional;

@Transactional
class TransactsAsAWhole {}
