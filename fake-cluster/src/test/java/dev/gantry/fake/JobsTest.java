package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How Jobs find their pods: by labels that the server makes, unless the Job says that it has its own. */
class JobsTest {

    private static final String JOBS = "/apis/batch/v1/namespaces/default/jobs";
    private static final String CRON_JOBS = "/apis/batch/v1/namespaces/default/cronjobs";
    private static final String POD = "spec: {restartPolicy: Never, containers: [{name: c, image: i}]}";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void should_make_selector_and_labels_by_itself() {
        JsonNode job = created("{metadata: {name: x}, spec: {template: {" + POD + "}}}");

        String uid = job.at("/metadata/uid").asText();
        assertThat(job.at("/spec/selector").toString())
                .isEqualTo("{\"matchLabels\":{\"batch.kubernetes.io/controller-uid\":\"" + uid + "\"}}");
        assertThat(job.at("/spec/template/metadata/labels").toString())
                .isEqualTo("{\"batch.kubernetes.io/controller-uid\":\"" + uid
                        + "\",\"batch.kubernetes.io/job-name\":\"x\",\"controller-uid\":\"" + uid
                        + "\",\"job-name\":\"x\"}");
    }

    @Test
    void should_refuse_the_selector_of_another_job() {
        JsonNode other = created("{metadata: {name: other}, spec: {template: {" + POD + "}}}");
        String selector = other.at("/spec/selector").toString();

        Client.Answer answer =
                client.post(JOBS, "{metadata: {name: x}, spec: {selector: " + selector + ", template: {" + POD + "}}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .startsWith("Job.batch \"x\" is invalid: [spec.selector: Invalid value: " + selector
                        + ": `selector` not auto-generated, spec.template.metadata.labels: Invalid value: {")
                .endsWith("}: `selector` does not match template `labels`]");
    }

    @Test
    void should_refuse_a_selector_that_is_not_said_to_be_manual() {
        Client.Answer answer = client.post(
                JOBS,
                "{metadata: {name: x}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, "
                        + POD + "}}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/details/causes")).hasSize(1);
        assertThat(answer.body().at("/details/causes/0/field").asText()).isEqualTo("spec.selector");
        assertThat(answer.message()).endsWith(": `selector` not auto-generated");
    }

    @Test
    void should_refuse_the_labels_of_another_job() {
        Client.Answer answer = client.post(
                JOBS, "{metadata: {name: x}, spec: {template: {metadata: {labels: {job-name: other}}, " + POD + "}}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/details/causes")).hasSize(1);
        assertThat(answer.body().at("/details/causes/0/field").asText())
                .isEqualTo("spec.template.metadata.labels[job-name]");
        assertThat(answer.message()).endsWith(": must be 'x'");
    }

    @Test
    void should_take_a_selector_that_is_said_to_be_manual() {
        JsonNode job = created("{metadata: {name: x}, spec: {manualSelector: true, selector: {matchLabels: {a: b}},"
                + " template: {metadata: {labels: {a: b}}, " + POD + "}}}");

        assertThat(job.at("/spec/selector").toString()).isEqualTo("{\"matchLabels\":{\"a\":\"b\"}}");
        assertThat(job.at("/spec/template/metadata/labels").toString()).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void should_want_a_selector_where_it_is_said_to_be_manual() {
        Client.Answer answer =
                client.post(JOBS, "{metadata: {name: x}, spec: {manualSelector: true, template: {" + POD + "}}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .isEqualTo(
                        "Job.batch \"x\" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid"
                                + " value: null: `selector` does not match template `labels`]");
    }

    @Test
    void should_refuse_a_selector_in_a_cron_job() {
        Client.Answer answer = client.post(
                CRON_JOBS,
                "{metadata: {name: x}, spec: {schedule: '0 * * * *', jobTemplate: {spec: {selector: {matchLabels: {a: b}},"
                        + " template: {" + POD + "}}}}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .endsWith(
                        "spec.jobTemplate.spec.selector: Invalid value: {\"matchLabels\":{\"a\":\"b\"}}: `selector` will"
                                + " be auto-generated");
    }

    private JsonNode created(String job) {
        Client.Answer answer = client.post(JOBS, job);
        assertThat(answer.status()).as(answer.message()).isEqualTo(201);
        return answer.body();
    }
}
