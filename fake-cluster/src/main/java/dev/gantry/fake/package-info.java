/**
 * An API server in memory that is held against a real one: the same requests to both give the same answers, up to times, numbers and a few
 * texts. What it leaves out: TLS, protobuf (hence {@code kubectl create namespace} and its like, while {@code kubectl create -f} works),
 * mutating webhooks, conversions by webhook, rules in CEL, evaluation of Roles, the controllers that make pods, and lists whose pages are
 * of one moment. Webhooks may have side effects and be called without TLS, which a real server does not allow.
 */
@NullMarked
package dev.gantry.fake;

import org.jspecify.annotations.NullMarked;
