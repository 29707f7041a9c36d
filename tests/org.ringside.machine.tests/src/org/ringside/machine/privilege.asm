; What ring 3 may not do, what it may with IOPL or the I/O bitmap, and what it does wrong without being told.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

%macro in_ring_3 1
%defstr %%text %1
	user %%text
	%1
	done
%endmacro

; POPF with every flag wanted, then what PUSHF shows.
%macro all_flags 1
	%1 "popf of ones"
	push dword 0x247200		; IF, IOPL 3, NT, AC, ID
	popf
	pushf
	pop eax
	push dword 2
	popf
	done
	%1 "popf of zeros"
	push dword 2
	popf
	pushf
	pop eax
	done
	%1 "popfw of ones"
	push word 0x7200
	popfw
	pushf
	pop eax
	push dword 2
	popf
	done
%endmacro

main:
	mov byte [idt + 3 * 8 + 5], 0xEE
	in_ring_3 hlt
	in_ring_3 cli
	in_ring_3 sti
	in_ring_3 clts
	in_ring_3 invd
	in_ring_3 wbinvd
	in_ring_3 rdmsr
	in_ring_3 wrmsr
	in_ring_3 { mov eax, cr0 }
	in_ring_3 { mov cr3, eax }
	in_ring_3 { mov eax, dr0 }
	in_ring_3 { mov dr7, eax }
	in_ring_3 { lgdt [scratch] }
	in_ring_3 { lidt [scratch] }
	in_ring_3 { lldt ax }
	in_ring_3 { ltr ax }
	in_ring_3 { lmsw ax }
	in_ring_3 { invlpg [scratch] }
	in_ring_3 { smsw eax }
	in_ring_3 { sldt eax }
	in_ring_3 { str eax }
	in_ring_3 { mov eax, cs }
	in_ring_3 { in al, 0x21 }
	in_ring_3 { out 0x80, al }
	user "sgdt"
	sgdt [scratch]
	movzx eax, word [scratch]
	done
	user "far return to ring 0"
	push dword KERNEL_CODE
	push dword $
	retf
	done

	say "IOPL 0", 10
	all_flags try
	all_flags user
	mov dword [user_flags], 0x202
	say "IOPL 0 and IF", 10
	all_flags user
	in_ring_3 cli
	mov dword [user_flags], 0x3002
	say "IOPL 3", 10
	all_flags user
	user "sti and cli"
	sti
	pushf
	pop eax
	cli
	done
	user "in and out"
	mov al, 0x5A
	out 0x80, al
	in al, 0x21
	mov al, '!'
	out 0xE9, al
	done
	in_ring_3 hlt
	mov dword [user_flags], 0x1002
	say "IOPL 1", 10
	in_ring_3 cli
	user "iret keeps IF and IOPL"
	push dword 0x3202
	push dword USER_CODE
	push dword .after
	iret
.after:
	pushf
	pop eax
	done

	mov dword [user_flags], 2
	say "I/O bitmap", 10
	call bitmap
	call control
	ret

; Ports 0xE9 and 0x80 open, their neighbours not.
bitmap:
	and byte [io_map + 0xE9 / 8], ~(1 << (0xE9 & 7))
	and byte [io_map + 0x80 / 8], ~1
	and word [io_map + 0x2E / 8], 0x3FFF >> 0
	user "an open port"
	mov al, '!'
	out 0xE9, al
	done
	user "a word at the last open port"
	out 0x80, ax
	done
	user "the port after it"
	mov dx, 0x81
	in al, dx
	done
	and byte [io_map + 0x80 / 8], ~0x1E
	user "a word, open"
	out 0x80, ax
	done
	user "a doubleword, open"
	mov dx, 0x81
	out dx, eax
	done
	user "a doubleword, half open"
	mov dx, 0x83
	out dx, eax
	done
	user "rep outsb to an open port"
	mov dx, 0xE9
	mov esi, text
	mov ecx, 5
	rep outsb
	done
	user "outsb to a closed port"
	mov dx, 0xEA
	mov esi, text
	outsb
	done
	user "the last port"
	mov dx, 0xFFFF
	in al, dx
	done
	and byte [io_map + 8191], 0x7F
	user "the last port, open"
	mov dx, 0xFFFF
	in al, dx
	xor eax, eax
	done
	user "a word at the last port"
	mov dx, 0xFFFF
	in ax, dx
	done
	mov word [tss + 102], tss_end - tss
	user "a bitmap beyond the limit"
	mov al, '!'
	out 0xE9, al
	done
	mov word [tss + 102], tss_end - tss - 29
	user "a bitmap that ends just before the port"
	mov al, '!'
	out 0xE9, al
	done
	mov word [tss + 102], io_map - tss
	ret

control:
	try "lmsw sets and clears"
	mov ax, 0xF
	lmsw ax
	smsw eax
	push eax
	mov ax, 1
	lmsw ax
	smsw eax
	shl eax, 16
	pop ebx
	or eax, ebx
	and eax, 0x000F000F
	done
	try "lmsw cannot clear PE"
	xor eax, eax
	lmsw ax
	smsw eax
	and eax, 0xF
	done
	try "clts"
	mov eax, cr0
	or eax, 8
	mov cr0, eax
	clts
	mov eax, cr0
	and eax, 0xE
	done
	mov eax, cr4
	or eax, 4
	mov cr4, eax
	user "rdtsc with TSD"
	rdtsc
	done
	try "rdtsc with TSD in ring 0"
	rdtsc
	xor eax, eax
	done
	mov eax, cr4
	and eax, ~4
	mov cr4, eax
	user "rdtsc"
	rdtsc
	xor eax, eax
	done
	mov eax, cr0
	or eax, 0x40000
	mov cr0, eax
	mov dword [user_flags], 0x40002
	user "an aligned access with AC"
	mov eax, [scratch]
	xor eax, eax
	done
	try "an unaligned one in ring 0"
	push dword 0x40002
	popf
	mov eax, [scratch + 1]
	xor eax, eax
	push dword 2
	popf
	done
	mov dword [user_flags], 2
	ret

	align 8
scratch:	dd 0, 0
text:	db "hello"
