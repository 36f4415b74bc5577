"""Telegram in one process: a faithful Bot API, the people on its other side, and their page.

Everything is in memory and on loopback; nothing here reaches out, knows what Komplet is for, or is
imported by the bot that talks to it.
"""
