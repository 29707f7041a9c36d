/**
 * The product: application, perspective, welcome, examples and branding.
 */
package org.ringside.ide;
