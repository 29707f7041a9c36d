/**
 * The documents that people save, exchange or grade: courses, labs, checks, machine configurations, cost tables, reports.
 *
 * <p>They are described once, as an EMF model; the classes in {@code src-gen} are generated from it.
 */
package org.ringside.model;
