package io.dualsight.ingest;

import io.dualsight.contract.Json;
import io.dualsight.rule.JudgementTree;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Judges one report and keeps nothing. */
@RestController
class EvaluateController {
    /** A report made by hand may name no cluster: nothing is stored, so nothing needs one. */
    private static final String NO_CLUSTER = "none";

    private final Examiner examiner;
    private final Judge judge;

    EvaluateController(Examiner examiner, Judge judge) {
        this.examiner = examiner;
        this.judge = judge;
    }

    @PostMapping(value = "/api/v1/evaluate", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] evaluate(HttpServletRequest request, Locale locale) throws IOException {
        ReportTree tree = new RequestBodyReader(RequestStream.open(request)).one();
        try {
            return Json.bytes(JudgementTree.of(judge.alone(examiner.read(tree, NO_CLUSTER)), locale));
        } catch (RejectedException e) {
            throw RefusedException.of(
                    e.kind().status(), e.kind().code(), e.kind().detail(), e.errors());
        }
    }
}
