package io.dualsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportWalkTests extends RunningConsole {

    @Test
    void hasStoredWhatItAcceptsBeforeItAnswers() {
        SentReport report = new SentReport("edge", "walk-1");
        double before = ended("stored");
        HttpResponse<String> answer = visitor.post(PATH, report.json(), ANY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[],\"nextReportSeconds\":60}");
        assertThat(stored("walk-1")).isOne();
        assertThat(ended("stored")).isEqualTo(before + 1);
    }

    @Test
    void countsTheSameReportAgainAsDuplicateAndStoresItOnce() {
        SentReport report = new SentReport("edge", "walk-2");
        visitor.post(PATH, report.json(), ANY);
        assertThat(tree(visitor.post(PATH, report.json(), ANY)))
                .containsEntry("accepted", 0L)
                .containsEntry("duplicates", 1L);
        assertThat(tree(visitor.post(PATH, SentReport.array(report, report), ANY)))
                .containsEntry("duplicates", 2L);
        assertThat(stored("walk-2")).isOne();
    }

    @Test
    void countsTheSameReportTwiceInOneRequestOnce() {
        SentReport report = new SentReport("edge", "walk-3");
        assertThat(tree(visitor.post(PATH, SentReport.array(report, report), ANY)))
                .containsEntry("accepted", 1L)
                .containsEntry("duplicates", 1L);
        assertThat(stored("walk-3")).isOne();
    }

    @Test
    void takesGzip() {
        byte[] body = gzip(new SentReport("edge", "walk-4").json());
        HttpResponse<String> answer = visitor.post(
                PATH, body, "Content-Type", "application/json", "Content-Encoding", "gzip", ANY[0], ANY[1]);
        assertThat(tree(answer)).containsEntry("accepted", 1L);
    }

    @Test
    void takesFiveHundredReportsAtOnceAndNotOneMore() {
        SentReport[] reports = new SentReport[501];
        for (int i = 0; i < reports.length; i++) {
            reports[i] = new SentReport("edge", "many-" + i);
        }
        assertProblem(visitor.post(PATH, SentReport.array(reports), ANY), 413, "over-limit");
        assertThat(stored("many-0")).isZero();
        SentReport[] allowed = Arrays.copyOf(reports, 500);
        assertThat(tree(visitor.post(PATH, SentReport.array(allowed), ANY))).containsEntry("accepted", 500L);
    }

    @Test
    void takesTheGoodReportsOfARequestAndSaysWhatIsWrongWithTheOthers() {
        SentReport noAddress = new SentReport("edge", "walk-6").withAddress("192.0.2.300");
        SentReport noNode = new SentReport("edge", "walk_6");
        HttpResponse<String> answer =
                visitor.post(PATH, SentReport.array(noAddress, new SentReport("edge", "walk-6"), noNode), ANY);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(tree(answer)).containsEntry("accepted", 1L);
        assertThat((List<?>) tree(answer).get("rejected"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .asString()
                                .contains(
                                        "index=0",
                                        noAddress.id(),
                                        "[0].interfaces[0].addresses[0].address: 192.0.2.300; expected "),
                        second -> assertThat(second).asString().contains("index=2", noNode.id(), "walk_6"));
    }

    @Test
    void takesAMissingClusterFromTheTokenOnly() {
        String[] bound = token("{\"name\":\"c\",\"cluster\":\"bound\"}");
        String report = new SentReport("", "walk-9").without("cluster").json();
        assertThat(visitor.post(PATH, report, bound).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select cluster from node where name = 'walk-9'")
                        .query(String.class)
                        .single())
                .isEqualTo("bound");
        HttpResponse<String> unbound = visitor.post(PATH, report, ANY);
        assertProblem(unbound, 422, "bad-report");
        assertThat(unbound.body()).contains("\"field\":\"cluster\",\"value\":\"missing\"");
    }
}
