"""Signing in and out, by a password or by a provider, and the accounts of those who may."""
