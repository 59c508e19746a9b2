package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.selection.LabelSelector;
import java.util.List;
import java.util.Map;

/**
 * Jobs, and what CronJobs make them from.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/job/#specifying-your-own-pod-selector">Pod selectors of
 *     Jobs</a>
 */
final class JobRules {

    private static final int CRON_FIELDS = 5;

    private JobRules() {}

    static void job(ObjectNode job, Problems problems) {
        JsonNode spec = job.path("spec");
        if (!spec.path("manualSelector").asBoolean()) {
            generated(job, spec, problems);
        }
        template(spec, "spec", problems);
        JsonNode selector = spec.path("selector");
        if (selector.isMissingNode()) {
            problems.required("spec.selector", "");
        }
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (selector.isMissingNode() || !LabelSelector.of(selector).test(labels)) {
            problems.invalid("spec.template.metadata.labels", labels, "`selector` does not match template `labels`");
        }
    }

    static void cronJob(ObjectNode cronJob, Problems problems) {
        schedule(Json.text(cronJob, "spec", "schedule"), problems);
        JsonNode spec = Json.at(cronJob, "spec", "jobTemplate", "spec");
        String path = "spec.jobTemplate.spec";
        template(spec, path, problems);
        if (spec.has("selector")) {
            problems.invalid(path + ".selector", spec.path("selector"), "`selector` will be auto-generated");
        }
        if (spec.path("manualSelector").asBoolean()) {
            problems.unsupported(path + ".manualSelector", spec.path("manualSelector"), List.of("nil", "false"));
        }
    }

    /** The server adds its labels where there are none; those that somebody else has chosen may be of another Job. */
    private static void generated(ObjectNode job, JsonNode spec, Problems problems) {
        String uid = Json.text(job, "metadata", "uid");
        String name = Json.text(job, "metadata", "name");
        ObjectNode expected = Json.object();
        expected.put("controller-uid", uid).put("job-name", name);
        expected.put("batch.kubernetes.io/controller-uid", uid).put("batch.kubernetes.io/job-name", name);
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        for (Map.Entry<String, JsonNode> label : expected.properties()) {
            if (!label.getValue().equals(labels.path(label.getKey()))) {
                problems.invalid(
                        "spec.template.metadata.labels[" + label.getKey() + "]",
                        labels,
                        "must be '" + label.getValue().asText() + "'");
            }
        }
        JsonNode selector = spec.path("selector");
        if (!LabelSelector.of(selector).test(expected)) {
            problems.invalid("spec.selector", selector, "`selector` not auto-generated");
        }
    }

    private static void template(JsonNode spec, String path, Problems problems) {
        PodRules.template(spec.path("template"), path + ".template", problems);
        String policy = Json.text(spec, "template", "spec", "restartPolicy");
        if (!List.of("OnFailure", "Never").contains(policy)) {
            problems.required(path + ".template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
        }
    }

    private static void schedule(String schedule, Problems problems) {
        List<String> fields = List.of(schedule.strip().split("\\s+", -1));
        if (schedule.isEmpty()) {
            problems.required("spec.schedule", "");
        } else if (!schedule.startsWith("@") && fields.size() != CRON_FIELDS) {
            problems.invalid(
                    "spec.schedule",
                    schedule,
                    "expected exactly 5 fields, found " + fields.size() + ": [" + String.join(" ", fields) + "]");
        }
    }
}
